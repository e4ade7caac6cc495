"""What the graph grows from: sample articles, name lists, gazetteers, the trained pipelines."""
