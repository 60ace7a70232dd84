"""Makeup: each layer's coverage on the face, and what its pigment does to the picture there."""
