"""The screen: view models (one QObject a concept) and the Qt Quick front. Decides nothing."""
