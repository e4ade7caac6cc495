"""From a trained network to what ships: the component's files, the pipeline, its scores and package."""
