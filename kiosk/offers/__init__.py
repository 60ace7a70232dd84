"""What the shop takes off: offers as data, what a cart comes to with them, and when one is worth suggesting."""
