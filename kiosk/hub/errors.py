"""What can go wrong with the hub that its user or its machine can mend."""

from __future__ import annotations


class HubError(Exception):
    """The hub cannot be served, reached or used; one sentence that says why."""
