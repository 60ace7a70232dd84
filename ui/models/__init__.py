"""View models: what a screen shows and what a touch asks for, as typed properties, signals and slots."""
