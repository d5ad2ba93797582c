"""The models of bench/models.ts in PyTorch with one thread: `engine.py NAME`.

For each line with a number of steps on stdin it prints the milliseconds of one step.
"""

import sys
import time

import torch
from models import problem
from torch.nn import functional

torch.set_num_threads(1)
torch.manual_seed(7)

model, x, y = problem(sys.argv[1])
optimizer = torch.optim.Adam(model.parameters())
for line in sys.stdin:
    num_steps = int(line)
    begin = time.perf_counter()
    for _ in range(num_steps):
        optimizer.zero_grad(set_to_none=True)
        functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    print(1000 * (time.perf_counter() - begin) / num_steps, flush=True)
