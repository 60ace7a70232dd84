"""Hand-written stand-ins."""
