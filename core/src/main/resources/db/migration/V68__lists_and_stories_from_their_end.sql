-- A barrier keeps the question's order and limit out of what it stands before: the last seat of a list was found by reading all
-- of them, and the newest stories by sorting all of a window. Neither view hides a row, so that there is nothing to keep from
-- the question's functions: what a withdrawn or held story hides, it hides in its columns.
alter view site.seat set (security_barrier = false);
alter view site.story set (security_barrier = false);
