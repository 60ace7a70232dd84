"""Which of the 478 landmarks draw which part of the face.

Index lists follow the topology of MediaPipe's face mesh. "Right" is the person's right, which an unmirrored camera
shows on the left of the picture. Rings are closed and run in one direction; arcs run from the outer corner inwards.
"""

from __future__ import annotations

from typing import Final

COUNT: Final = 478
MESH_COUNT: Final = 468
"""Landmarks that belong to the canonical mesh; the ten after them are the irises."""

LIPS_UPPER_OUTER: Final = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291)
LIPS_LOWER_OUTER: Final = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291)
LIPS_UPPER_INNER: Final = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
LIPS_LOWER_INNER: Final = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)
MOUTH_CORNERS: Final = (61, 291)

RIGHT_EYE_UPPER: Final = (33, 246, 161, 160, 159, 158, 157, 173, 133)
RIGHT_EYE_LOWER: Final = (33, 7, 163, 144, 145, 153, 154, 155, 133)
LEFT_EYE_UPPER: Final = (263, 466, 388, 387, 386, 385, 384, 398, 362)
LEFT_EYE_LOWER: Final = (263, 249, 390, 373, 374, 380, 381, 382, 362)

RIGHT_IRIS: Final = (468, 469, 470, 471, 472)
LEFT_IRIS: Final = (473, 474, 475, 476, 477)
"""Centre first, then four points on the rim."""

RIGHT_BROW_UPPER: Final = (70, 63, 105, 66, 107)
RIGHT_BROW_LOWER: Final = (46, 53, 52, 65, 55)
LEFT_BROW_UPPER: Final = (300, 293, 334, 296, 336)
LEFT_BROW_LOWER: Final = (276, 283, 282, 295, 285)

FACE_OVAL: Final = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
