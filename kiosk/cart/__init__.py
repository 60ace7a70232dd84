"""One cart on many devices: what is done to it, when, and what comes of it wherever it is put together."""
