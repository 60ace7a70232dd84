"""What can go wrong with the kiosk's own data that its machine or its technician can mend."""

from __future__ import annotations


class LocalDataError(Exception):
    """The kiosk's own data cannot be read or kept; one sentence that says what to do."""


class ClosedCartError(Exception):
    """Nothing can be done to this cart any more; one sentence."""
