"""The pricing rules, worked out a second time with exact fractions."""
