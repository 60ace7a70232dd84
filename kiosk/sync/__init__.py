"""The kiosk's way to the hub: what was done here goes up, what was done elsewhere comes down."""
