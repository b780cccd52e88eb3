"""`deadletters`: list, show, replay and drop what could not be taken."""
