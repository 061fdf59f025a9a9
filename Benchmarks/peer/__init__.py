"""The planning problem a second time, as a mixed integer program for HiGHS, from docs/modele.md alone."""
