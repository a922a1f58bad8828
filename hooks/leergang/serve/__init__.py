"""The course on screen while it is being written: what changes on disk is built again and shown by itself.

`watch` sees what changed, `builds` has processes that build once each, `builder` is what such a process runs, and
`problems`, beside this package, what it tells when it can't; `state` is what is to be shown, `server` shows it, and
`preview` joins them.
"""
