"""The shop's back end: what a phone and every kiosk of the shop reach over the network."""
