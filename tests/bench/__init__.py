"""How long things take, measured by hand: ``python -m tests.bench.NAME``."""
