"""Where articles come from: files, folders, standard input; and how their bytes become text."""
