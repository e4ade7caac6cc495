"""Names read by themselves: the place, the level, the body, the company in them."""
