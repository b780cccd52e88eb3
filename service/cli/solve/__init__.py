"""`solve`, `check`, `plan`: problems and plans as files, without the service."""
