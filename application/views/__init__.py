"""What people see, as raw values: each figure is worked out here and nowhere else."""
