"""Upper bounds on the points of any plan: by arithmetic, by knapsacks, by Lagrangian relaxation."""
