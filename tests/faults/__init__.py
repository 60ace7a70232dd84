"""What networks, clocks, disks and power do to carts, on purpose."""
