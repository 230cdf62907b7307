"""Plain full-batch gradient descent in NumPy, as a benchmark's peer; prints one line of JSON.

One layer, D = S - T:       S <- S - rate * dL/dS,   L = |X D|^2 / (N d_out)
two layers with --hidden:   f(x) = tanh(x S0) S1,    L = |f_S(X) - f_T(X)|^2 / (N d_out)

Double precision, X itself rather than its covariance, all threads of the BLAS that NumPy finds.
"""

import argparse
import json
import time

import numpy as np

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--inputs", type=int, required=True)
parser.add_argument("--samples", type=int, required=True)
parser.add_argument("--outputs", type=int, required=True)
parser.add_argument("--hidden", type=int, default=0, help="hidden units of a tanh network; 0 for one layer")
parser.add_argument("--rate", type=float, required=True)
parser.add_argument("--steps", type=int, required=True)
parser.add_argument("--repeat", type=int, default=3)
arguments = parser.parse_args()

random = np.random.default_rng(0)


def layer(rows, columns):
    return random.standard_normal((rows, columns)) * np.sqrt(0.5 / rows / columns)


x = random.standard_normal((arguments.samples, arguments.inputs))
scale = 2 / (arguments.samples * arguments.outputs)

if arguments.hidden:
    sizes = ((arguments.inputs, arguments.hidden), (arguments.hidden, arguments.outputs))
    teacher = [layer(*size) for size in sizes]
    student = [layer(*size) for size in sizes]
    targets = np.tanh(x @ teacher[0]) @ teacher[1]
else:
    teacher = layer(arguments.inputs, arguments.outputs)
    student = layer(arguments.inputs, arguments.outputs)
    targets = x @ teacher


def step_one_layer():
    global student
    errors = x @ student - targets
    student -= arguments.rate * scale * (x.T @ errors)
    return errors


def step_two_layers():
    first, second = student
    hidden = np.tanh(x @ first)
    errors = hidden @ second - targets
    hidden_errors = (errors @ second.T) * (1 - hidden * hidden)
    second -= arguments.rate * scale * (hidden.T @ errors)
    first -= arguments.rate * scale * (x.T @ hidden_errors)
    return errors


step = step_two_layers if arguments.hidden else step_one_layer
step()
seconds = []
for _ in range(arguments.repeat):
    start = time.perf_counter()
    for _ in range(arguments.steps):
        errors = step()
    seconds.append((time.perf_counter() - start) / arguments.steps)

print(
    json.dumps(
        {
            "seconds_per_step": seconds,
            "epoch": arguments.repeat * arguments.steps,  # the loss is that before the last step
            "training_loss": float((errors**2).sum() * scale / 2),
        }
    )
)
