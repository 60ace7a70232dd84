"""What every page for a phone says about itself: kept nowhere, found by nobody, framed and watched by no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def page_headers(sources: Mapping[str, str]) -> dict[str, str]:
    """The headers of a page that may use nothing but these sources.

    Args:
        sources: the directives of its content security policy, beyond those that every page has: what it loads
            (``img-src``), and from where.
    """
    policy = {"default-src": "'none'", **sources, "base-uri": "'none'", "frame-ancestors": "'none'"}
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
    }
