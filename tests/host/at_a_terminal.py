# Runs a command at a terminal of its own and types a passphrase each time it asks for one; ends as the command ends.
# Never prints the passphrase. Usage: at_a_terminal.py PASSPHRASE COMMAND ARGUMENT...
import os
import pty
import sys

passphrase, command = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    try:
        os.execvp(command[0], command)
    except OSError as fault:
        print(fault)
        os._exit(127)
said = asked = b""
while True:
    try:
        heard = os.read(terminal, 4096)
    except OSError:
        break  # Linux says so when the command has closed its terminal.
    if not heard:
        break
    said += heard
    asked += heard
    if b"passphrase" in asked.lower() and asked.rstrip().endswith(b":"):
        os.write(terminal, passphrase.encode() + b"\n")
        asked = b""
sys.stdout.write(said.decode(errors="replace"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
