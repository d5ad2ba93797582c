"""Data-parallel training as torchrun restarts it: the model of bench/recovery.ts, a checkpoint every 10 steps."""

import json
import os
import time

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

dist.init_process_group("gloo")
rank = dist.get_rank()
torch.set_num_threads(1)
torch.manual_seed(1)
model = nn.Sequential(
    nn.Linear(64, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 10)
)
step = 0
if os.path.exists("checkpoint.pt"):
    saved = torch.load("checkpoint.pt")
    model.load_state_dict(saved["model"])
    step = saved["step"]
ddp = DistributedDataParallel(model)
optimizer = torch.optim.SGD(ddp.parameters(), lr=0.01)
loss_of = nn.CrossEntropyLoss()
inputs = torch.randn(64, 64)
targets = torch.randint(0, 10, (64,))
while True:
    optimizer.zero_grad()
    loss_of(ddp(inputs), targets).backward()
    optimizer.step()
    step += 1
    time.sleep(0.01)
    if rank == 0:
        with open(os.environ["STEPS_FILE"], "a") as file:
            file.write(json.dumps({"step": step, "time": time.time(), "pid": os.getpid()}) + "\n")
        if step % 10 == 0:
            torch.save({"model": model.state_dict(), "step": step}, "checkpoint.tmp")
            os.replace("checkpoint.tmp", "checkpoint.pt")
