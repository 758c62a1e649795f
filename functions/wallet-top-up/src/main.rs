#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    meent_http::run(wallet_top_up::router()).await
}
