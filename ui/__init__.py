"""The Qt Quick front: view models and QML. Shows and asks; decides nothing."""
