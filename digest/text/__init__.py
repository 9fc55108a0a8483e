"""One text and several readings of it: pure functions over strings."""
