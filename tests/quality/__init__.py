"""How good the try-on is, measured against people: `make quality` writes what these modules find."""
