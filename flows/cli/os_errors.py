"""What an error of the system means to who gave the command, and what to do about it."""

from errno import EACCES, EDQUOT, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS

REMEDIES = {
    EACCES: "may not be read or written; give this user permission",
    EPERM: "may not be read or written; give this user permission",
    ENOENT: "is not there; see whether its name is spelt right, or make it",
    ENOTDIR: "is no folder; see whether its name is spelt right",
    EROFS: "lies where files may only be read; choose another place for what is written",
    ENOSPC: "does not fit on its disk, which is full; make room there, and try again",
    EDQUOT: "does not fit into the room that this user may take; make room there, and try again",
}


def told(error: OSError) -> str:
    """The error in a line.

    >>> told(FileNotFoundError(ENOENT, "No such file or directory", "outbox"))
    'outbox is not there; see whether its name is spelt right, or make it'
    >>> told(OSError(ENOSPC, "No space left on device"))
    'what is written does not fit on its disk, which is full; make room there, and try again'
    >>> told(OSError("bucket unreachable"))
    'bucket unreachable; see whether it can be reached, and try again'
    """
    remedy = REMEDIES.get(error.errno or 0)
    if not remedy:
        return f"{error}; see whether it can be reached, and try again"
    if error.filename is not None:
        return f"{error.filename} {remedy}"
    # Whoever writes to an open file is not told which.
    return f"what is written {remedy}" if error.errno in {ENOSPC, EDQUOT, EROFS} else f"{error}: it {remedy}"
