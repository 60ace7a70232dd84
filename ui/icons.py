"""Icons and drawn textures for QML: ``image://icons/<name>/<colour>`` is an SVG of ``assets/icons`` in that colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from assets.manifest import DATA

_FOLDER: Final = DATA / "icons"
_DEFAULT_SIDE: Final = 48


class IconProvider(QQuickImageProvider):
    """Draws an icon at the size that is asked for."""

    def __init__(self) -> None:
        """Ready to draw; nothing is kept between requests, the engine has its own cache."""
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803 - Qt's names
        """Qt: draw ``name/RRGGBB`` to fit ``requestedSize``.

        Raises:
            FileNotFoundError: there is no such icon.
        """
        name, _, color = id.partition("/")
        svg = (_FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", f"#{color}")
        renderer = QSvgRenderer(svg.encode())
        box = renderer.viewBoxF()
        width = requestedSize.width() if requestedSize.width() > 0 else _DEFAULT_SIDE
        height = round(width * box.height() / box.width())
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, width, height))
        painter.end()
        size.setWidth(width)
        size.setHeight(height)
        return image
