"""Pixels in, pixels out: cameras, faces, makeup. Knows neither the shop nor the screen."""
