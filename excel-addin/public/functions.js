// The manifest's schema asks for a script of the custom functions. This add-in runs in one shared runtime, which it requires:
// there the functions are tied by the pane's page (taskpane.html), and hosts do not load this file.
