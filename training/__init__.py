"""How the shipped language model is made: declared inputs in, one ONNX graph and its model card out."""
