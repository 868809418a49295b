//! The binary `zhibu`: hands the arguments to the library.

fn main() -> std::process::ExitCode {
    zhibu::run(std::env::args_os())
}
