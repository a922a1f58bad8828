"""leergang turns a folder of Markdown, YAML and CSL-JSON into a course site.

Data flows one way, and a package imports only from those above it:

    settings      what mkdocs.yml says that the course needs
    diagnostics   the one type for problems, the rules, and how they print (with strings/)
    pages         what one file says, each value with its place
    model         the course: everything read, shaped and joined
    check         every promise about the course, one rule at a time
    macros        what an author writes in a page, rendered with overrides/components
    authoring     what writes the files of authors
    exports       what people take away
    cli           the `leergang` command

Where a new one lives: a field kind in model/fields.py and overrides/components/fields/, a macro in
pages/language.py (its signature) and macros/ (its output), a format in exports/, a rule in diagnostics/
(its name), strings/ (its words) and check/ (its test).
"""
