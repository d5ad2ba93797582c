"""The model of examples/digits under torchrun; rank 0 prints a line when the first step is done."""

import sys

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

dist.init_process_group("gloo")
torch.set_num_threads(1)
torch.manual_seed(1)
network = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Dropout(0.2), nn.Linear(128, 10))
model = DistributedDataParallel(network)
optimizer = torch.optim.Adam(model.parameters())
nn.CrossEntropyLoss()(model(torch.randn(16, 64)), torch.randint(0, 10, (16,))).backward()
optimizer.step()
if dist.get_rank() == 0:
    print("stepped", flush=True)
sys.stdin.read()
