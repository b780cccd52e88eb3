"""What is read off a problem and a plan beside its assignments."""
