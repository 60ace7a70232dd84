"""``python -m tests.journeys.restless``: the demo, with a shopper who never keeps still.

The vision worker loads this module too, as every process that is spawned loads its parent's; so it loads no Qt.
"""

from __future__ import annotations

import sys
from unittest.mock import patch


def main() -> int:
    """Run until told to end; 1 when nobody was painted meanwhile."""
    import ui.app  # noqa: PLC0415 - not in the worker
    from kiosk.settings import Settings  # noqa: PLC0415 - nor this
    from tests.journeys.restless_shopper import RestlessFront, WiredSupervisor  # noqa: PLC0415 - nor these

    with patch.object(ui.app, "Front", RestlessFront), patch.object(ui.app, "Supervisor", WiredSupervisor):
        status = ui.app.run(Settings(), demo=True, seconds=None, shot=None)
    missed = [witness.missed() for witness in WiredSupervisor.witnesses]
    if missed != [""]:
        sys.stderr.write(f"{missed}\n")
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
