"""Cards and packages drawn by dice: every field of the pricing rules, often enough to be caught."""
