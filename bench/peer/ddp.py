"""Data-parallel training with gloo, one thread for each rank: `ddp.py MODEL RANK WORLD_SIZE PORT`.

For each line with a number of steps on stdin it prints the milliseconds of one step, batch gathering included.
"""

import sys
import time

import torch
import torch.distributed as dist
from models import problem
from torch.nn import functional
from torch.nn.parallel import DistributedDataParallel

NUM_SAMPLES = 8192

torch.set_num_threads(1)
torch.manual_seed(7)
name = sys.argv[1]
rank, world_size, port = (int(argument) for argument in sys.argv[2:])
dist.init_process_group(
    "gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=world_size
)
network, batch, _ = problem(name)
batch_size = len(batch)
inputs = torch.rand(NUM_SAMPLES, *batch.shape[1:])
targets = torch.randint(10, (NUM_SAMPLES,))
model = DistributedDataParallel(network) if world_size > 1 else network
optimizer = torch.optim.Adam(model.parameters())
print("ready", flush=True)


def batches():
    while True:
        order = torch.randperm(NUM_SAMPLES)
        for begin in range(rank * batch_size, NUM_SAMPLES, world_size * batch_size):
            rows = order[begin : begin + batch_size]
            yield inputs[rows], targets[rows]


stream = batches()
for line in sys.stdin:
    num_steps = int(line)
    dist.barrier()
    began = time.perf_counter()
    for _ in range(num_steps):
        x, y = next(stream)
        optimizer.zero_grad(set_to_none=True)
        functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    dist.barrier()
    print((time.perf_counter() - began) * 1000 / num_steps, flush=True)
