"""What people take away: the site itself, the schemas; each reads the model or `site/`, never MkDocs."""
