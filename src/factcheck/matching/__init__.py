"""Which propositions speak of the same thing, and how they relate."""
