"""The steps, in order; one that was released is not changed any more."""
