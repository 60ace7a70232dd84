"""What the kiosk knows and does: the visit, the catalogue, the settings. No Qt and no pixels."""
