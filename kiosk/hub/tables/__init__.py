"""What the hub's database holds, a subject a file; ``kiosk.hub.migrations`` is how it came to be so."""
