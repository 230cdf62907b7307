"""Plain full-batch gradient descent in PyTorch, as a benchmark's peer; prints one line of JSON.

One layer:                  f(x) = x S
two layers with --hidden:   f(x) = tanh(x S0) S1
L = |f_S(X) - f_T(X)|^2 / (N d_out), differentiated by autograd, stepped by torch.optim.SGD.

Double precision, all threads that PyTorch takes by itself.
"""

import argparse
import json
import time

import torch

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--inputs", type=int, required=True)
parser.add_argument("--samples", type=int, required=True)
parser.add_argument("--outputs", type=int, required=True)
parser.add_argument("--hidden", type=int, default=0, help="hidden units of a tanh network; 0 for one layer")
parser.add_argument("--rate", type=float, required=True)
parser.add_argument("--steps", type=int, required=True)
parser.add_argument("--repeat", type=int, default=3)
arguments = parser.parse_args()

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)


def layers():
    widths = [arguments.inputs, *([arguments.hidden] if arguments.hidden else []), arguments.outputs]
    return [
        torch.randn(rows, columns) * (0.5 / rows / columns) ** 0.5
        for rows, columns in zip(widths, widths[1:])
    ]


def outputs(network, x):
    return x @ network[0] if len(network) == 1 else torch.tanh(x @ network[0]) @ network[1]


x = torch.randn(arguments.samples, arguments.inputs)
targets = outputs(layers(), x)
student = [weights.requires_grad_() for weights in layers()]
optimiser = torch.optim.SGD(student, lr=arguments.rate)


def step():
    optimiser.zero_grad()
    loss = ((outputs(student, x) - targets) ** 2).mean()
    loss.backward()
    optimiser.step()
    return loss


step()
seconds = []
for _ in range(arguments.repeat):
    start = time.perf_counter()
    for _ in range(arguments.steps):
        loss = step()
    seconds.append((time.perf_counter() - start) / arguments.steps)

print(
    json.dumps(
        {
            "seconds_per_step": seconds,
            "epoch": arguments.repeat * arguments.steps,  # the loss is that before the last step
            "training_loss": loss.item(),
        }
    )
)
