"""The mirror: puts a look on the faces of a frame."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from vision.geometry import Rect
from vision.light import NEUTRAL, Light
from vision.light_meter import LightMeter
from vision.looks import BARE, Kind
from vision.makeup.canvas import Canvas
from vision.makeup.eyes import EYE_KINDS, paint_eyes
from vision.makeup.face_edges import FaceEdges
from vision.makeup.face_shape import FaceShape
from vision.makeup.face_texture import face_texture
from vision.makeup.face_view import FaceView, eye_distance, lids
from vision.makeup.lip_contours import mesh_contours
from vision.makeup.lipstick import BareLips, lip_patch, paint_lips
from vision.makeup.nearer_faces import DepthOrder
from vision.makeup.occlusion import Occlusion, uncovered
from vision.makeup.patch import Patch
from vision.makeup.skin import SOFT_KINDS, paint_skin
from vision.makeup.uv import UvRaster
from vision.mesh import canonical_mesh
from vision.messages import UNSURE
from vision.pose import turned_degrees

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from vision.frames import Face
    from vision.looks import Layer, Look
    from vision.makeup.hand_watch import Hands
    from vision.makeup.occlusion import Visible

    Observer = Callable[[str, Patch], None]
    """Told each region that was painted, by name, and the coverage there."""

REGIONS: Final = {
    Kind.LIPSTICK: "lips",
    Kind.LIP_LINER: "lips",
    Kind.EYESHADOW: "eyeshadow",
    Kind.EYELINER: "eyeliner",
    Kind.LASHES: "lashes",
    Kind.BROWS: "brows",
    Kind.BLUSH: "blush",
    Kind.BRONZER: "contour",
    Kind.CONTOUR: "contour",
    Kind.HIGHLIGHTER: "highlighter",
    Kind.FOUNDATION: "foundation",
    Kind.CONCEALER: "foundation",
    Kind.LENS: "iris",
}
"""The name of the region that each kind paints."""

_LIP_KINDS: Final = frozenset({Kind.LIPSTICK, Kind.LIP_LINER})
_REACH: Final = 0.3
"""How far from a face's landmarks paint may go, over the face's size."""


class HandPool(Protocol):
    """Lends who finds the hands of each person."""

    def lend(self, person: int, /) -> Hands:
        """Who finds a person's hands, by their number, until given back."""

    def give_back(self, person: int, /) -> None:
        """The person has left."""


@dataclass(frozen=True, slots=True)
class _Person:
    """What is learned of one person while they are dressed and before the mirror, and forgotten afterwards."""

    edges: FaceEdges
    light: LightMeter
    shape: FaceShape
    occlusion: Occlusion | None


class Mirror:
    """Paints looks on the faces of a frame.

    Skin products are laid first, then what goes on eyes, brows and lips; within each, in the look's order.
    """

    def __init__(
        self, *, video: bool = True, hands: HandPool | None = None, home: Light = NEUTRAL, metered: bool = True
    ) -> None:
        """Prepare the painters.

        Args:
            video: frames follow each other, so that what was learned of a face is kept.
            hands: finds those before a face, which stay bare then; None paints over whatever is before a face. Whoever
                made it closes it.
            home: the light where the camera is.
            metered: show swatches in the light that is on each face; else in that of ``home``.

        Raises:
            AssetError: the landmark model, which carries the mesh, is missing.
        """
        self._looks: Mapping[int, Look] = {}
        self._others = BARE
        self._video = video
        self._hands = hands
        self._home = home
        self._metered = metered
        self._uv = UvRaster(canonical_mesh())
        self._people: dict[int, _Person] = {}
        self._depth_order = DepthOrder()

    def set_look(self, look: Look) -> None:
        """Everybody wears this from the next frame on."""
        self._looks, self._others = {}, look

    def set_looks(self, looks: Mapping[int, Look]) -> None:
        """Each wears what is theirs from the next frame on, by the number of the face; everybody else stays bare."""
        self._looks, self._others = looks, BARE
        self._forget_all_but(looks)

    def render(
        self,
        image: NDArray[np.uint8],
        faces: Sequence[Face],
        split: float | None = None,
        observer: Observer | None = None,
    ) -> None:
        """Paint the looks on an image, in place.

        Args:
            image: BGR, shape (H, W, 3).
            faces: the faces found in this very image.
            split: leave the picture bare left of this share of its width.
            observer: told of every region painted.
        """
        here = {face.id for face in faces} - {UNSURE}
        self._forget_all_but(here if self._video else ())
        self._depth_order.keep(here if self._video else ())
        dressed = [(face, layers) for face in faces if (layers := self._layers(face))]
        if not dressed:
            return
        # Faces may reach over each other, and what is learned of people is learned from bare ones.
        views = []
        for face, layers in dressed:
            person = self._person(face)
            visible = _visible(image, face, person)
            view = self._view(image, face, person, layers, hidden=visible is not None)
            before = ([] if visible is None else [visible]) + self._depth_order.hiding(face, faces)
            views.append((view, _fitted(face, person, layers), before))
        with _left_bare(image, [face for face, _ in dressed], split):
            for view, fitted, before in views:
                with contextlib.ExitStack() as bare:
                    told = observer
                    for visible in before:
                        bare.enter_context(uncovered(image, visible))
                        told = _seen_only(told, visible)
                    self._paint(image, view, fitted, told)

    def _layers(self, face: Face) -> list[Layer]:
        return [layer for layer in self._looks.get(face.id, self._others).layers if layer.coverage > 0]

    def _person(self, face: Face) -> _Person | None:
        """What is known of a face's owner; None while it cannot be told who that is, for nothing is learned then."""
        if face.id == UNSURE:
            return None
        person = self._people.get(face.id)
        if person is None:
            occlusion = None
            if self._hands is not None:
                occlusion = Occlusion(face_texture(), self._uv, self._hands.lend(face.id))
            person = _Person(FaceEdges(video=self._video), LightMeter(self._home), FaceShape(), occlusion)
            self._people[face.id] = person
        return person

    def _forget_all_but(self, numbers: Collection[int]) -> None:
        for number in self._people.keys() - set(numbers):
            del self._people[number]
            if self._hands is not None:
                self._hands.give_back(number)

    def _view(
        self, image: NDArray[np.uint8], face: Face, person: _Person | None, layers: Sequence[Layer], *, hidden: bool
    ) -> FaceView:
        eyes = eye_distance(face)
        # Who is unknown is painted by the mesh alone.
        edges = FaceEdges(video=True) if person is None else person.edges
        hidden = hidden or person is None
        kinds = {layer.kind for layer in layers}
        if kinds & _LIP_KINDS:
            lips = edges.lips(image, face.landmarks, eyes, hidden=hidden)
        else:
            lips = mesh_contours(face.landmarks, eyes)
        meter = LightMeter(self._home) if person is None else person.light
        return FaceView(
            landmarks=face.landmarks,
            eyes=eyes,
            frame=Rect.of(image),
            lips=lips.inset(eyes),
            brows=edges.brows(image, face.landmarks, eyes, hidden=hidden) if Kind.BROWS in kinds else {},
            light=meter.read(image, face.landmarks) if self._metered else self._home,
            pose=face.pose,
            lids=lids(face.landmarks),
            yaw=turned_degrees(face)[0],
        )

    def _paint(
        self, image: NDArray[np.uint8], view: FaceView, layers: Sequence[Layer], observer: Observer | None
    ) -> None:
        canvas = Canvas(image, view, self._uv)
        for done in paint_skin(image, view, [layer for layer in layers if layer.kind in SOFT_KINDS], canvas):
            if observer is not None:
                _report(observer, done.layer, done.patch())
        lips = BareLips.of(image, view) if any(layer.kind in _LIP_KINDS for layer in layers) else None
        for layer in layers:
            if layer.kind in EYE_KINDS:
                for patch in paint_eyes(image, view, layer):
                    _report(observer, layer, patch)
            elif lips is not None and layer.kind in _LIP_KINDS:
                on_lips = lip_patch(view, lips, layer)
                paint_lips(image, view, lips, on_lips, layer, canvas)
                _report(observer, layer, on_lips)


def _fitted(face: Face, person: _Person | None, layers: Sequence[Layer]) -> Sequence[Layer]:
    """The layers, a contour fitted to the shape of the face."""
    if not any(layer.kind is Kind.CONTOUR for layer in layers):
        return layers
    shape = FaceShape() if person is None else person.shape
    shape.read(face.landmarks, turned_degrees(face)[0])
    return [shape.fit(layer) for layer in layers]


def _visible(image: NDArray[np.uint8], face: Face, person: _Person | None) -> Visible | None:
    """What is seen of a face; None when nothing is before it, or when it is not known how the face looks."""
    if person is None or person.occlusion is None:
        return None
    return person.occlusion.see(image, face.landmarks, face.pose, eye_distance(face))


@contextlib.contextmanager
def _left_bare(image: NDArray[np.uint8], faces: Sequence[Face], split: float | None) -> Iterator[None]:
    """Keep the picture as it is left of ``split``, whatever is painted meanwhile."""
    if split is None:
        yield
        return
    left = Rect(0, 0, round(min(max(split, 0.0), 1.0) * image.shape[1]), image.shape[0])
    reach = [Rect.around(face.landmarks).grown(_REACH).clipped(left) for face in faces]
    kept = [(rect, image[rect.slices].copy()) for rect in reach if not rect.empty]
    yield
    for rect, bare in kept:
        image[rect.slices] = bare


def _seen_only(observer: Observer | None, visible: Visible) -> Observer | None:
    """Tell an observer of what stays painted where something is before the face."""
    if observer is None:
        return None

    def tell(region: str, patch: Patch) -> None:
        observer(region, Patch(patch.rect, patch.alpha * visible.over(patch.rect)))

    return tell


def _report(observer: Observer | None, layer: Layer, patch: Patch) -> None:
    if observer is not None:
        observer(REGIONS[layer.kind], patch)
