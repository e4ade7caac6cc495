"""Names across documents: short forms explained elsewhere, namesakes, doubts."""
