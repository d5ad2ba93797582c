"""All-reduce of float32 over gloo in PyTorch: `gloo_all_reduce.py RANK WORLD_SIZE PORT`.

For each line "NUM_FLOATS NUM_RUNS" on stdin it prints the milliseconds of one all-reduce,
by the clock and of the processor.
"""

import sys
import time

import torch
import torch.distributed as dist

torch.set_num_threads(1)
rank, world_size, port = (int(argument) for argument in sys.argv[1:])
dist.init_process_group(
    "gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=world_size
)
print("ready", flush=True)
vectors = {}
for line in sys.stdin:
    num_floats, num_runs = (int(word) for word in line.split())
    vector = vectors.setdefault(num_floats, torch.zeros(num_floats))
    dist.all_reduce(vector)
    began, cpu_began = time.perf_counter(), time.process_time()
    for _ in range(num_runs):
        dist.all_reduce(vector)
    elapsed = (time.perf_counter() - began, time.process_time() - cpu_began)
    print(*(seconds * 1000 / num_runs for seconds in elapsed), flush=True)
