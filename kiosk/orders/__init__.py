"""What becomes of a cart that is bought: orders, how they are paid, fetched, sent and brought back."""
