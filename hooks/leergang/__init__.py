"""leergang turns a folder of Markdown, YAML and CSL-JSON into a course site.

Its rooms, each with what it is for. Data flows one way: a room imports only from those above it.

    strings       every word that the generator says, by language
    settings      what mkdocs.yml says that the course needs
    diagnostics   the one type for problems, the rules, and the forms in which they are told
    pages         what one file says, each value with its place
    model         the course: everything read, shaped and joined
    search        what the search box looks in
    metadata      what others read about the course: the head of each page, and files for catalogues
    check         every promise about the course, one rule at a time
    macros        what an author writes in a page, rendered with overrides/components
    site          what MkDocs asks of a course
    compare       what a change of the course does to its readers
    authoring     what writes the files of authors
    schools       what a school does with its own edition
    exports       what people take away
    serve         the course on screen while it is being written
    cli           the `leergang` command

The other files here are of use to some of them or to hooks/*.py; the first line of each says for what.
CONTRIBUTING.md says where a new one lives, of anything that there can be more of, and what it needs.
"""
